using 'main.bicep'

param name = 'supportbotprod'
param stage = 'production'
param location = 'westus3'
param host = 'help.district.example'
param databaseAdminsId = '00000000-0000-0000-0000-000000000001'
param databaseAdminsName = 'SupportBot database administrators'
param consoleAppId = '00000000-0000-0000-0000-000000000002'
param mailFrom = 'student-support@district.example'
param teamsAppId = '00000000-0000-0000-0000-000000000003'
param peopleSource = 'graph'
param peopleGroups = [
  { id: '00000000-0000-0000-0000-000000000004', post: '' }
  { id: '00000000-0000-0000-0000-000000000005', post: 'counselor@riverbend-high' }
]
