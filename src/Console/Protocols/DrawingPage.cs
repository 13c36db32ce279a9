using Microsoft.AspNetCore.Mvc.Filters;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>The chart alone, inside a sandboxed frame: it may write styles, and can neither read nor send anything of the console.</summary>
public sealed class DrawingPage(District district, ProtocolShelf shelf, CaseWork work, SchoolTime time, ConsoleOptions options, ProtocolWords words, ReviewBoard reviews)
    : ProtocolPage(district, shelf, work, time, options, words, reviews)
{
    public string Mermaid => FlowChart.Mermaid(Protocol, Walked);

    public override void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        if (context.Result is not UnseenResult) Response.Headers.ContentSecurityPolicy = ConsoleHeaders.DrawingPolicy;
    }
}
