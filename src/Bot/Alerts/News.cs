using AdaptiveCards;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Bot;

/// <summary>What a person is told of something that belongs to no case.</summary>
/// <param name="Sentence">In the words of whoever is told. Counts and names of places at most: nobody's name, nobody's number.</param>
/// <param name="Page">Path of the console's page where the rest is read; null where the sentence is all.</param>
/// <param name="OpenPhrase">Key of the phrase that names that page, for where no address is configured; null where there is none.</param>
public sealed record NewsLine(Func<ICardWords, string> Sentence, string? Page = null, string? OpenPhrase = null)
{
    /// <summary>A card for the person's own chat, made for that chat's id and the person's there; null where the sentence does. The sentence is then what a locked screen shows.</summary>
    public Func<string, string, ICardWords, AdaptiveCard>? Card { get; init; }

    /// <param name="origin">Where the console is; null where no address is configured.</param>
    public string In(Uri? origin, ICardWords words) =>
        Page is null || OpenPhrase is null ? Sentence(words) : $"{Sentence(words)} {(origin is null ? words[OpenPhrase] : words.Say("news.list", ("link", new Uri(origin, Page).ToString())))}";
}

/// <summary>Knows one kind of news that belongs to no case: whom it concerns, and what is still true of it when they are told.</summary>
public interface INewsSource
{
    NoticeKind Kind { get; }

    IReadOnlyList<Person> ToTell(Notice notice, DateTimeOffset now);

    /// <summary>Null where there is nothing to say any more.</summary>
    Task<NewsLine?> OfAsync(Notice notice, CancellationToken cancel);
}

/// <summary>All news that belong to no case.</summary>
public sealed class NewsDesk(IEnumerable<INewsSource> sources)
{
    private readonly Dictionary<NoticeKind, INewsSource> _sources = sources.ToDictionary(s => s.Kind);

    /// <exception cref="InvalidOperationException">No source knows the kind of <paramref name="notice"/>.</exception>
    public INewsSource Of(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return _sources.GetValueOrDefault(notice.Kind) ?? throw new InvalidOperationException($"Nobody knows news of the kind {notice.Kind}.");
    }
}
