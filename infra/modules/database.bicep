// PostgreSQL, reached only from the site's network and only with an Entra token: there is no password to lose.
// fsync, full_page_writes and synchronous_commit stay at their defaults (on): an alert is promised when it is on disk. No
// configuration resource may turn one of them off.
param name string
param location string
param production bool
param adminsId string
param adminsName string
param subnetId string
param networkId string
param workspaceId string

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-pg'
  location: location
  sku: production ? { name: 'Standard_D2ds_v5', tier: 'GeneralPurpose' } : { name: 'Standard_B1ms', tier: 'Burstable' }
  properties: {
    version: '16'
    authConfig: { activeDirectoryAuth: 'Enabled', passwordAuth: 'Disabled', tenantId: tenant().tenantId }
    storage: { storageSizeGB: 64, autoGrow: 'Enabled' }
    network: { publicNetworkAccess: 'Disabled' }
    highAvailability: { mode: production ? 'ZoneRedundant' : 'Disabled' }
    // The window in which a shredded key can still come back with a backup.
    backup: { backupRetentionDays: production ? 35 : 7, geoRedundantBackup: 'Disabled' }
  }

  resource admins 'administrators' = {
    name: adminsId
    properties: { principalName: adminsName, principalType: 'Group', tenantId: tenant().tenantId }
  }

  resource database 'databases' = {
    name: 'supportbot'
    properties: { charset: 'UTF8', collation: 'en_US.utf8' }
    dependsOn: [admins]
  }
}

module endpoint 'endpoint.bicep' = {
  params: {
    name: '${name}-pg-endpoint'
    location: location
    serviceId: server.id
    groupId: 'postgresqlServer'
    zoneName: 'privatelink.postgres.database.azure.com'
    subnetId: subnetId
    networkId: networkId
  }
}

// Figures only: the server's own log names the address of each connection.
resource figures 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: server
  name: 'figures'
  properties: { workspaceId: workspaceId, metrics: [{ category: 'AllMetrics', enabled: true }] }
}

output host string = server.properties.fullyQualifiedDomainName
