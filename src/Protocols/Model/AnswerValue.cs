using System.Text.Json.Serialization;
using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>What a person answered to one field.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ChoiceAnswer), "choice")]
[JsonDerivedType(typeof(ChoicesAnswer), "choices")]
[JsonDerivedType(typeof(TextAnswer), "text")]
[JsonDerivedType(typeof(DateAnswer), "date")]
[JsonDerivedType(typeof(SchoolAnswer), "school")]
[JsonDerivedType(typeof(PeopleAnswer), "people")]
[JsonDerivedType(typeof(PicturesAnswer), "pictures")]
[JsonDerivedType(typeof(NumberAnswer), "number")]
[JsonDerivedType(typeof(Skipped), "skipped")]
public abstract record AnswerValue
{
    /// <summary>True when this is, or contains, that choice.</summary>
    public virtual bool Picks(string choice) => false;
}

public sealed record ChoiceAnswer(string Id) : AnswerValue
{
    public override bool Picks(string choice) => Id == choice;
}

/// <param name="Ids">one or more, in the order picked</param>
public sealed record ChoicesAnswer(IReadOnlyList<string> Ids) : AnswerValue
{
    public override bool Picks(string choice) => Ids.Contains(choice);
}

public sealed record TextAnswer(PersonText Words) : AnswerValue;

public enum PartOfDay
{
    BeforeSchool,
    Morning,
    Lunch,
    Afternoon,
    AfterSchool,
    Evening,
    Night,
}

public sealed record DateAnswer(DateOnly Day, PartOfDay? Part = null) : AnswerValue;

/// <param name="Id">a school of the directory</param>
public sealed record SchoolAnswer(string Id) : AnswerValue;

/// <param name="Words">free words that name people</param>
public sealed record PeopleAnswer(PersonText Words) : AnswerValue;

/// <param name="Ids">uploaded pictures</param>
public sealed record PicturesAnswer(IReadOnlyList<string> Ids) : AnswerValue;

public sealed record NumberAnswer(int Number) : AnswerValue;

/// <summary>The person chose not to answer, or is not sure. Only for fields that are not required.</summary>
public sealed record Skipped : AnswerValue;
