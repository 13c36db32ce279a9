using SupportBot.Dialogs;

namespace SupportBot.Storage.Tests;

public class ReceiptTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task The_code_opens_its_case_and_no_other_code_does(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (first, _, code) = await opened.OpenCaseAsync("first");
        var (second, _, other) = await opened.OpenCaseAsync("second");
        await opened.ReopenAsync();

        Assert.True(ReceiptCode.TryRead(code.Shown.ToLowerInvariant(), out var typed));
        Assert.Equal(first.Id, (await opened.Turns.OpenByReceiptAsync(typed!, None))!.Case.Id);
        Assert.Equal("second", Assert.Single((await opened.Turns.OpenByReceiptAsync(other, None))!.Words).Text.Reveal());
        Assert.Null(await opened.Turns.OpenByReceiptAsync(ReceiptCode.New(), None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_wrong_code_costs_the_same_slow_derivation_as_a_right_one_and_leaves_no_row(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (_, _, code) = await opened.OpenCaseAsync();
        var audit = await opened.ScalarAsync<int>("SELECT COUNT(*) FROM audit");
        var receipts = opened.Store.Open.Receipts;
        var before = receipts.Derivations;
        await opened.Turns.OpenByReceiptAsync(code, None);
        Assert.Equal(before + 1, receipts.Derivations);
        await opened.Turns.OpenByReceiptAsync(ReceiptCode.New(), None);
        Assert.Equal(before + 2, receipts.Derivations);
        Assert.Equal(audit, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM audit"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_slot_moved_to_another_case_does_not_open_it(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (first, _, code) = await opened.OpenCaseAsync("first");
        var (second, _, _) = await opened.OpenCaseAsync("second");
        // Somebody with the database in hands gives the second case to the first code.
        await opened.ExecuteAsync($"CREATE TABLE held AS SELECT locator, salt, slot_r FROM case_key WHERE case_id={Tamper.Hex(opened, first.Id)}");
        await opened.ExecuteAsync($"UPDATE case_key SET locator=NULL WHERE case_id={Tamper.Hex(opened, first.Id)}");
        await opened.ExecuteAsync($"UPDATE case_key SET locator=(SELECT locator FROM held), salt=(SELECT salt FROM held), slot_r=(SELECT slot_r FROM held) WHERE case_id={Tamper.Hex(opened, second.Id)}");
        Assert.Null(await opened.Turns.OpenByReceiptAsync(code, None));
    }
}
