namespace Microsoft.Bot.Schema;

/// <summary>Values an adapter gives <see cref="Activity.CallerId"/> after it has authenticated the caller.</summary>
public static class CallerIdConstants
{
    public const string PublicAzureChannel = "urn:botframework:azure";
    public const string USGovChannel = "urn:botframework:azureusgov";
    public const string BotToBotPrefix = "urn:botframework:aadappid:";
}
