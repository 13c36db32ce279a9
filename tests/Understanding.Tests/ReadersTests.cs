namespace SupportBot.Understanding.Tests;

public class ReadersTests
{
    private const string Head = """
        format: 1
        language: en
        owner: safeguarding-lead
        source: "made up"
        status: "district default"
        urgency: { direct: critical, indirect: urgent }

        """;

    [Fact]
    public void A_signal_of_unknown_kind_is_a_fault_with_its_line()
    {
        var read = SignalsReader.Read([new("signals/x.yaml", Head + "kind: sadness\ndirect: [\"so sad\"]\n")]);
        Assert.Null(read.Value);
        Assert.Equal("signals/x.yaml:7: there is no signal \"sadness\"; write one of self-harm, danger-now, weapon-threat, abuse", read.Faults[0].ToString());
    }

    [Fact]
    public void A_phrase_of_fillers_only_is_a_fault()
    {
        var read = SignalsReader.Read([
            new("signals/spellings.yaml", "format: 1\nowner: x\nspellings: { u: \"you\" }\nfillers: [really, just]\n"),
            new("signals/x.yaml", Head + "kind: abuse\ndirect: [\"really just\"]\n")]);
        Assert.Null(read.Value);
        Assert.Contains("\"really just\" has no word that counts", Assert.Single(read.Faults).ToString());
    }

    [Fact]
    public void Fillers_and_spellings_stand_for_what_they_say()
    {
        var read = SignalsReader.Read([
            new("signals/x.yaml", Head + "kind: abuse\ndirect: [\"you hurt me\"]\n"),
            new("signals/spellings.yaml", "format: 1\nowner: x\nspellings: { u: \"you\" }\nfillers: [really, just]\n")]);
        Assert.Equal("abuse", read.Value!.Find("u really just hurt me")?.Kind);
        Assert.Null(read.Value.Find("u never hurt me"));
    }

    [Fact]
    public void An_idiom_of_one_kind_does_not_hide_another_kind()
    {
        var read = SignalsReader.Read([
            new("signals/x.yaml", Head + "kind: abuse\ndirect: [\"only this\"]\nnot: [\"a gun show\"]\n"),
            new("signals/y.yaml", Head + "kind: weapon-threat\ndirect: [\"only that\"]\nindirect: [\"gun\"]\n")]);
        Assert.Equal("weapon-threat", read.Value!.Find("a gun show")?.Kind);
    }

    [Fact]
    public void A_route_leads_to_one_place()
    {
        var read = RoutesReader.Read([new("routes/x.yaml", "format: 1\nlanguage: en\nroutes:\n  - { dialog: menu, protocol: bullying-report, words: [a] }\n")]);
        Assert.Null(read.Value);
        Assert.Contains("a route leads to a dialog or to a protocol; write one of the two keys", read.Faults.Select(f => f.ToString()).Single());
    }

    [Fact]
    public void One_text_cannot_be_two_commands()
    {
        const string lists = "format: 1\nlanguage: en\npolite: [please]\nstop: [stop]\nback: [stop]\nstart-over: [over]\nhelp: [help]\nchoose-language: [language]\nprivacy: [privacy]\nperson: [person]\nquick-exit: [exit]\nchange: [change]\n";
        var read = Commands.Read([new("routes/c.yaml", lists)]);
        Assert.Null(read.Value);
        Assert.Contains("already another command", Assert.Single(read.Faults).ToString());
        Assert.NotNull(Commands.Read([new("routes/c.yaml", lists.Replace("back: [stop]", "back: [back]", StringComparison.Ordinal))]).Value);
    }
}
