namespace Microsoft.Bot.Schema;

/// <summary>Which page of the matches is asked for.</summary>
public class SearchInvokeOptions
{
    public SearchInvokeOptions()
    {
    }

    public int Skip { get; set; }

    public int Top { get; set; }
}
