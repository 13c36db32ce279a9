// Where the program's own log goes: ids and outcomes, never words and never an address.
// There is no Application Insights here: its request telemetry starts from the caller's address, and masking is a switch that
// somebody can turn. What is not collected cannot be unmasked.
param name string
param location string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
    features: { disableLocalAuth: true }
    publicNetworkAccessForIngestion: 'Disabled'
    // Administrators read it in the portal, signed in through Entra.
    publicNetworkAccessForQuery: 'Enabled'
  }
}

output workspaceId string = workspace.id
