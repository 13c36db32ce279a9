using 'main.bicep'

param name = 'supportbottest'
param stage = 'test'
param location = 'westus3'
param host = 'helptest.district.example'
param databaseAdminsId = '00000000-0000-0000-0000-000000000001'
param databaseAdminsName = 'SupportBot database administrators'
param consoleAppId = '00000000-0000-0000-0000-000000000002'
