using System.Text.Json.Nodes;
using System.Xml;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.UriParser;

namespace SupportBot.Graph.Tests;

/// <summary>Holds requests against Graph's published schema: method, path, query, and the names and types in a body.</summary>
public sealed class GraphContract
{
    private static readonly Uri Root = new("https://graph.microsoft.com/v1.0/");
    private static readonly string[] Options = ["$select", "$filter", "$expand", "$top", "$orderby", "$count", "$search", "$skiptoken", "$deltatoken"];
    // The time that a calendar is looked at is no OData option; the schema names both in an annotation, and asks for both.
    private static readonly string[] OfAView = ["startDateTime", "endDateTime"];
    private static readonly Lazy<GraphContract?> Published = new(Read);
    private readonly IEdmModel _model;
    private readonly BodyContract _bodies;

    private GraphContract(IEdmModel model) => (_model, _bodies) = (model, new BodyContract(model, PathOf));

    /// <summary>Skips the test where the schema is not there.</summary>
    public static GraphContract Get()
    {
        if (Published.Value is null) Assert.Skip("SUPPORTBOT_SCHEMAS names no folder with the Graph schema.");
        return Published.Value!;
    }

    /// <summary>One line for each fault of each request; empty where all follow the schema.</summary>
    public IReadOnlyList<string> Faults(IEnumerable<GraphRequest> requests) => [.. requests.SelectMany(r => Faults(r).Select(f => $"{r}: {f}"))];

    /// <summary>As <see cref="Faults(IEnumerable{GraphRequest})"/>, for a test's last line.</summary>
    public static void Check(FakeGraph graph)
    {
        if (Published.Value is not { } contract) return;
        Assert.NotEmpty(graph.Requests);
        var faults = contract.Faults(graph.Requests);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    public IEnumerable<string> Faults(GraphRequest request)
    {
        try
        {
            return FaultsOf(request).ToList();
        }
        catch (Exception e) when (e is Microsoft.OData.ODataException or UriFormatException)
        {
            return [e.Message];
        }
    }

    private IEnumerable<string> FaultsOf(GraphRequest request)
    {
        var options = request.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(o => Uri.UnescapeDataString(o.Split('=')[0])).ToList();
        string[] ofAView = request.Path.Contains("/calendarView", StringComparison.Ordinal) ? OfAView : [];
        foreach (var option in options)
            if (!Options.Contains(option) && !ofAView.Contains(option)) yield return $"there is no query option '{option}'";
        if (!options.Contains("$deltatoken") && !options.Contains("$skiptoken"))
            foreach (var missing in ofAView.Except(options)) yield return $"a calendar's view needs '{missing}'";

        var parser = Parser(string.Join('/', request.Path.Split('/').Select(Escape)) + request.Query);
        var path = parser.ParsePath();
        if (path.OfType<DynamicPathSegment>().FirstOrDefault() is { } unknown)
        {
            yield return $"there is no '{unknown.Identifier}' in the path";
            yield break;
        }

        var last = path.LastSegment;
        if (!MethodsOf(last).Contains(request.Method)) yield return $"{last.GetType().Name} '{last.Identifier}' takes {string.Join(", ", MethodsOf(last))}, not {request.Method}";
        foreach (var fault in QueryFaults(parser)) yield return fault;
        if (request.Method is not ("POST" or "PATCH" or "PUT")) yield break;
        foreach (var fault in _bodies.Faults(last, JsonNode.Parse(request.Body.Length == 0 ? "{}" : request.Body)!.AsObject())) yield return fault;
    }

    private static IEnumerable<string> QueryFaults(ODataUriParser parser)
    {
        foreach (var unknown in Unknown(parser.ParseSelectAndExpand())) yield return $"there is no '{unknown}' to select";
        // Some types are open: what is not declared parses all the same.
        foreach (var unknown in Unknown(parser.ParseFilter()?.Expression)) yield return $"there is no '{unknown}' to filter by";
        for (var order = parser.ParseOrderBy(); order is not null; order = order.ThenBy)
            foreach (var unknown in Unknown(order.Expression)) yield return $"there is no '{unknown}' to order by";
        parser.ParseTop();
    }

    private static IEnumerable<string> Unknown(SelectExpandClause? clause) => (clause?.SelectedItems ?? []).SelectMany(item => item switch
    {
        PathSelectItem select => select.SelectedPath.OfType<DynamicPathSegment>().Select(d => d.Identifier),
        ExpandedNavigationSelectItem expand => Unknown(expand.SelectAndExpand),
        _ => [],
    });

    private static IEnumerable<string> Unknown(QueryNode? node) => node switch
    {
        SingleValueOpenPropertyAccessNode open => [open.Name],
        CollectionOpenPropertyAccessNode open => [open.Name],
        BinaryOperatorNode two => Unknown(two.Left).Concat(Unknown(two.Right)),
        UnaryOperatorNode one => Unknown(one.Operand),
        ConvertNode convert => Unknown(convert.Source),
        InNode among => Unknown(among.Left),
        LambdaNode lambda => Unknown(lambda.Source).Concat(Unknown(lambda.Body)),
        SingleValueFunctionCallNode call => call.Parameters.SelectMany(Unknown),
        _ => [],
    };

    private static string[] MethodsOf(ODataPathSegment last) => last switch
    {
        OperationSegment operation => operation.Operations.First().IsAction() ? ["POST"] : ["GET"],
        OperationImportSegment import => import.OperationImports.First().IsActionImport() ? ["POST"] : ["GET"],
        EntitySetSegment => ["GET", "POST"],
        NavigationPropertySegment { NavigationProperty: var property } when property.Type.IsCollection() => ["GET", "POST"],
        CountSegment => ["GET"],
        _ => ["GET", "PATCH", "DELETE"],
    };

    /// <summary>Where an address leads, for references in bodies; null where nowhere.</summary>
    private IEdmType? PathOf(Uri address)
    {
        // Of whichever cloud, or of this machine: the path is what counts.
        if (address.AbsoluteUri.Split("/v1.0/", 2) is not [_, var relative]) return null;
        try
        {
            var path = new ODataUriParser(_model, Root, new Uri(Root, relative)) { Resolver = new UnqualifiedODataUriResolver { EnableCaseInsensitive = false } }.ParsePath();
            return path.OfType<DynamicPathSegment>().Any() ? null : path.LastSegment.EdmType;
        }
        catch (Microsoft.OData.ODataException)
        {
            return null;
        }
    }

    private ODataUriParser Parser(string relative) => new(_model, Root, new Uri(Root, relative)) { Resolver = new UnqualifiedODataUriResolver { EnableCaseInsensitive = false } };

    // Keys come unescaped; brackets and quotes of functions stay as they are.
    private static string Escape(string segment) => segment.Contains('(', StringComparison.Ordinal) ? segment : Uri.EscapeDataString(segment);

    private static GraphContract? Read()
    {
        var folder = Environment.GetEnvironmentVariable("SUPPORTBOT_SCHEMAS");
        if (string.IsNullOrEmpty(folder)) return null;
        using var xml = XmlReader.Create(Path.Combine(folder, "graph-v1.0-csdl.xml"));
        return CsdlReader.TryParse(xml, true, out var model, out var errors) ? new GraphContract(model)
            : throw new InvalidOperationException($"The Graph schema cannot be read: {errors.First()}");
    }
}
