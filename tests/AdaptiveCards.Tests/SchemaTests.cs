using System.Reflection;
using AdaptiveCards;
using SupportBot.Tests;

namespace SupportBot.AdaptiveCards.Tests;

public class SchemaTests
{
    public static TheoryData<string> PartNames() => [.. Samples.Parts.Keys];

    [Theory, MemberData(nameof(PartNames))]
    public void Everything_that_can_stand_in_a_card_is_valid_by_the_official_schema(string part) =>
        Assert.Empty(CardSchema.Faults(Samples.CardWith(Samples.Parts[part]).ToJson()));

    [Fact]
    public void A_card_with_every_member_is_valid_by_the_official_schema() =>
        Assert.Empty(CardSchema.Faults(Samples.FullCard().ToJson()));

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a","colour":"red"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Blink","text":"a"}]}""")]
    public void The_schema_check_itself_can_fail(string json) => Assert.NotEmpty(CardSchema.Faults(json));

    [Fact]
    public void There_is_a_sample_of_every_class_that_can_stand_in_a_card()
    {
        var classes = typeof(AdaptiveCard).Assembly.GetExportedTypes()
            .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(AdaptiveTypedElement)))
            .Select(t => t.GetField("TypeName", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)?.GetRawConstantValue() as string)
            .Where(name => name is not null and not "AdaptiveCard" and not "Column" and not "TableRow" and not "TableCell");
        Assert.Empty(classes.Except(Samples.Parts.Keys));
    }

    [Fact]
    public void Everything_public_stands_under_the_published_names() =>
        Assert.All(typeof(AdaptiveCard).Assembly.GetExportedTypes(), t => Assert.Equal("AdaptiveCards", t.Namespace));
}
