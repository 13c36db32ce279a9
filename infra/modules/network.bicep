// Two subnets: one from which the site goes out, one in which database and vault are reached.
param name string
param location string

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: '${name}-net'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/16'] }
    subnets: [
      {
        name: 'site'
        properties: {
          addressPrefix: '10.40.1.0/24'
          delegations: [{ name: 'site', properties: { serviceName: 'Microsoft.Web/serverFarms' } }]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: '10.40.2.0/24', privateEndpointNetworkPolicies: 'Enabled' }
      }
    ]
  }

  resource site 'subnets' existing = { name: 'site' }
  resource endpoints 'subnets' existing = { name: 'endpoints' }
}

output networkId string = network.id
output siteId string = network::site.id
output endpointsId string = network::endpoints.id
