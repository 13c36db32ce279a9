namespace SupportBot.Directory.Tests;

public class LivePeopleTests
{
    private static readonly DateTimeOffset Morning = new(2026, 10, 6, 17, 0, 0, TimeSpan.Zero);

    private static District Fresh() => SmallDistrict.Read(SmallDistrict.Files()).District!;

    [Fact]
    public void Who_left_is_found_nowhere_and_the_roster_calls_the_others()
    {
        var district = Fresh();
        var first = district.Roster.HoldersOf("duty-counselor", null, Morning)[0];

        district.Bring([.. district.People.Where(p => p.Id != first.Id)]);

        Assert.Null(district.Person(first.Id));
        var called = district.Roster.HoldersOf("duty-counselor", null, Morning);
        Assert.NotEmpty(called);
        Assert.DoesNotContain(called, p => p.Id == first.Id);
        Assert.False(district.Roster.MayBeCalled(first.Id, "duty-counselor", null));
    }

    [Fact]
    public void Two_people_with_one_id_leave_the_old_list()
    {
        var district = Fresh();
        var before = district.People;
        Assert.Throws<ArgumentException>(() => district.Bring([before[0], before[0]]));
        Assert.Same(before, district.People);
    }

    [Fact]
    public void Who_came_is_found_by_id_and_by_account()
    {
        var district = Fresh();
        var entra = "0b6f1b3e-5d0c-4a53-9c5a-6a1a3f0d7e11";
        var eva = district.People[0] with { Id = "eva-new", Mail = "eva@example.org", EntraId = entra };
        district.Bring([.. district.People, eva]);
        Assert.Same(eva, district.Person("eva-new"));
        Assert.Same(eva, district.PersonOfEntra(entra.ToUpperInvariant()));
    }
}
