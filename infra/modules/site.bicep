// The program, twice. The only thing here that the internet can reach.
param name string
param location string
param production bool
param host string
param identityId string
param identityName string
param clientId string
param consoleAppId string
param contentPath string
param graph bool
param mailFrom string
param teamsAppId string
param peopleSource string
param peopleCsvPath string
param peopleGroups { id: string, post: string }[]
param databaseHost string
param keyUri string
param subnetId string
param workspaceId string
param deployFrom string[]

// What the program is told. Each deployment puts these in the place of all before: a setting that was added by hand is gone then.
var always = [
  { name: 'ASPNETCORE_ENVIRONMENT', value: 'Production' }
  { name: 'ASPNETCORE_FORWARDEDHEADERS_ENABLED', value: 'true' }
  { name: 'AllowedHosts', value: host }
  { name: 'AZURE_CLIENT_ID', value: clientId }
  { name: 'DOTNET_DbgEnableMiniDump', value: '0' }
  // The district's own people, schools and duties; with the demo's the program does not start.
  { name: 'Content__Path', value: contentPath }
  { name: 'Storage__Provider', value: 'postgres' }
  {
    name: 'Storage__ConnectionString'
    value: 'Host=${databaseHost};Database=supportbot;Username=${identityName};SSL Mode=VerifyFull'
  }
  // With a token of the identity: the server takes no password.
  { name: 'Storage__Login', value: 'entra' }
  // Shared by both instances; the vault's key wraps each key in it.
  { name: 'Storage__Keys', value: '/home/supportbot/keys' }
  { name: 'Storage__VaultKey', value: keyUri }
  { name: 'MicrosoftAppId', value: clientId }
  // Which identity asks for tokens; the program knows no other.
  { name: 'Credential__Kind', value: 'managed-identity' }
  { name: 'Teams__PublicAddress', value: 'https://${host}' }
  { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
  { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
  { name: 'Console__Entra__ClientId', value: consoleAppId }
  { name: 'Console__Entra__TenantId', value: tenant().tenantId }
  { name: 'Console__Entra__ManagedIdentityClientId', value: clientId }
  { name: 'Graph__Enabled', value: graph ? 'true' : 'false' }
  // The registration that the Teams app names: Teams lets no other notify and install. It trusts the identity by a federated credential.
  { name: 'Graph__AppId', value: consoleAppId }
  { name: 'Graph__MailFrom', value: mailFrom }
  { name: 'Graph__AppTeamsId', value: teamsAppId }
  { name: 'People__Source', value: peopleSource }
]
var csv = peopleSource == 'csv' ? [{ name: 'People__CsvPath', value: peopleCsvPath }] : []
var groups = flatten(map(range(0, length(peopleGroups)), i => [
  { name: 'Graph__Groups__${i}__Id', value: peopleGroups[i].id }
  { name: 'Graph__Groups__${i}__Post', value: peopleGroups[i].post }
]))

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: { name: production ? 'P1v3' : 'B1', capacity: 2 }
  // The small plan of the test stage cannot spread over zones.
  properties: { reserved: true, zoneRedundant: production }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: '${name}-site'
  location: location
  kind: 'app,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: 'Enabled'
    // Affinity would set a cookie on the anonymous page.
    clientAffinityEnabled: false
    virtualNetworkSubnetId: subnetId
    vnetRouteAllEnabled: true
    siteConfig: {
      linuxFxVersion: 'DOTNETCORE|10.0'
      alwaysOn: true
      webSocketsEnabled: true
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      healthCheckPath: '/health/ready'
      // The web server's log, failed request traces and error pages all keep the caller's address.
      httpLoggingEnabled: false
      requestTracingEnabled: false
      detailedErrorLoggingEnabled: false
      remoteDebuggingEnabled: false
      scmIpSecurityRestrictionsUseMain: false
      scmIpSecurityRestrictionsDefaultAction: 'Deny'
      scmIpSecurityRestrictions: [
        for (address, i) in deployFrom: { name: 'deploy${i}', ipAddress: address, action: 'Allow', priority: 100 + i }
      ]
      appSettings: concat(always, csv, peopleSource == 'graph' ? groups : [])
    }
  }

  resource noFtpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noDeployPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

// What the program and the platform say, by name and never by category group, because a group grows by itself.
// Left out because they keep the caller's address: AppServiceHTTPLogs, AppServiceIPSecAuditLogs, AppServiceAuditLogs,
// AppServiceAuthenticationLogs.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: 'program'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'AppServiceConsoleLogs', enabled: true }
      { category: 'AppServicePlatformLogs', enabled: true }
    ]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output host string = site.properties.defaultHostName
