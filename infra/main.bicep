// One district on Azure. What a person must do before and after is in README.md beside this file.
targetScope = 'resourceGroup'

@description('Start of every name; small letters and digits.')
@minLength(3)
@maxLength(14)
param name string

@description('test or production. Production pays for a second zone, an HSM and longer backups.')
@allowed(['test', 'production'])
param stage string

@description('Where everything lives; choose a region with three zones for production.')
param location string = resourceGroup().location

@description('Public host name that people open, without https://; its certificate is bound by a person afterwards.')
param host string

@description('Object id of the Entra group whose members may administer the database.')
param databaseAdminsId string

@description('Display name of that group.')
param databaseAdminsName string

@description('Client id of the app registration that the console signs people in with.')
param consoleAppId string

@description('Folder of the district\'s own content on the site. Deployed with the program, it lies in the program\'s folder.')
param contentPath string = '/home/site/wwwroot/district'

@description('Microsoft Graph: mail, activity feed, installing the app, presence, people. False: cards in Teams are the only way to people.')
param graph bool = true

@description('Mailbox that mail is sent from; empty for no mail.')
param mailFrom string

@description('App id that the Teams admin center shows once the package is uploaded; empty until then, and then there is no activity feed and nobody gets the app installed.')
param teamsAppId string = ''

@description('Who is staff: content (the content folder alone), csv or graph (groups).')
@allowed(['content', 'csv', 'graph'])
param peopleSource string

@description('With csv: the export, on a share that both instances read, such as /home/supportbot/people.csv.')
param peopleCsvPath string = ''

@description('With graph: object id of each group and the post its members have, such as counselor@riverbend-high; empty for staff without one.')
param peopleGroups { id: string, post: string }[] = []

@description('Addresses (CIDR) from which the program may be deployed; nobody may by default.')
param deployFrom string[] = []

var production = stage == 'production'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-id'
  location: location
}

module network 'modules/network.bicep' = {
  params: { name: name, location: location }
}

module logs 'modules/logs.bicep' = {
  params: { name: name, location: location }
}

module database 'modules/database.bicep' = {
  params: {
    name: name
    location: location
    production: production
    adminsId: databaseAdminsId
    adminsName: databaseAdminsName
    subnetId: network.outputs.endpointsId
    networkId: network.outputs.networkId
    workspaceId: logs.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: name
    location: location
    production: production
    principalId: identity.properties.principalId
    subnetId: network.outputs.endpointsId
    networkId: network.outputs.networkId
    workspaceId: logs.outputs.workspaceId
  }
}

module site 'modules/site.bicep' = {
  params: {
    name: name
    location: location
    production: production
    host: host
    identityId: identity.id
    identityName: identity.name
    clientId: identity.properties.clientId
    consoleAppId: consoleAppId
    contentPath: contentPath
    graph: graph
    mailFrom: mailFrom
    teamsAppId: teamsAppId
    peopleSource: peopleSource
    peopleCsvPath: peopleCsvPath
    peopleGroups: peopleGroups
    databaseHost: database.outputs.host
    keyUri: vault.outputs.keyUri
    subnetId: network.outputs.siteId
    workspaceId: logs.outputs.workspaceId
    deployFrom: deployFrom
  }
}

module bot 'modules/bot.bicep' = {
  params: { name: name, host: host, identityId: identity.id, clientId: identity.properties.clientId }
}

@description('For the DNS record that points the public host name at the site.')
output siteHost string = site.outputs.host

@description('The bot id for the Teams package.')
output botId string = identity.properties.clientId
