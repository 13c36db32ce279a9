// The key that wraps all other keys. It never leaves the vault: the site may ask for a wrap or an unwrap, nothing else.
param name string
param location string
param production bool
param principalId string
param subnetId string
param networkId string
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: '${name}-kv'
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: production ? 'premium' : 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
    publicNetworkAccess: 'Disabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'None' }
  }

  resource key 'keys' = {
    name: 'supportbot'
    properties: {
      kty: production ? 'RSA-HSM' : 'RSA'
      keySize: 3072
      keyOps: ['wrapKey', 'unwrapKey']
      attributes: { enabled: true, exportable: false }
    }
  }
}

// Key Vault Crypto Service Encryption User: read the public half, wrap and unwrap; on this one key.
var wrapOnly = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'e147488a-f6f5-4113-8e2d-b22465e65bf6')

resource mayWrap 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault::key
  name: guid(vault::key.id, name, wrapOnly)
  properties: { principalId: principalId, principalType: 'ServicePrincipal', roleDefinitionId: wrapOnly }
}

module endpoint 'endpoint.bicep' = {
  params: {
    name: '${name}-kv-endpoint'
    location: location
    serviceId: vault.id
    groupId: 'vault'
    zoneName: 'privatelink.vaultcore.azure.net'
    subnetId: subnetId
    networkId: networkId
  }
}

// Figures only: AuditEvent keeps the caller's address.
resource figures 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'figures'
  properties: { workspaceId: workspaceId, metrics: [{ category: 'AllMetrics', enabled: true }] }
}

output keyUri string = vault::key.properties.keyUri
