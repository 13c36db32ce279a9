namespace SupportBot.Protocols.Tests;

/// <summary>Syllables of known words, and the two formulas worked out by hand.</summary>
public class ReadingMeasureTests
{
    [Theory]
    [InlineData(1, "school safe asked called help hurt friend place times names used eyes through watched changed rule smile you the we're don't staff week")]
    [InlineData(2, "people someone something little table wanted needed houses places hotline online homework outside student adult doing being staying report trusted quiet science didn't couldn't lately movement useful changes many truly seeing stable herself lonely")]
    [InlineData(3, "counselor bullying family idea area usual sexual anyone September reporting violent suicide media museum")]
    [InlineData(4, "education situation information experience emergency usually society mandatory")]
    [InlineData(5, "administrator university")]
    public void Counts_the_syllables_of(int syllables, string words) =>
        Assert.Equal([], words.Split(' ').Select(w => (w, Count: EnglishSyllables.Of(w))).Where(w => w.Count != syllables));

    [Theory]
    [InlineData(1, "que quien bien muy no mal dos vez")]
    [InlineData(2, "alguien día país caer guerra hablar llama nadie agua veo leer siempre")]
    [InlineData(3, "escuela ayuda adulto persona consejo cuídate maestro peligro familia ahora pingüino situación")]
    [InlineData(4, "consejera todavía policía trabajador")]
    public void Counts_the_syllables_in_Spanish_of(int syllables, string words) =>
        Assert.Equal([], words.Split(' ').Select(w => (w, Count: SpanishSyllables.Of(w))).Where(w => w.Count != syllables));

    [Fact]
    public void A_grade_is_worked_out_from_words_sentences_and_syllables()
    {
        // 10 words, 2 sentences, 12 syllables: 0.39 * 5 + 11.8 * 1.2 - 15.59.
        var measure = ReadingMeasure.English(["You are not in trouble. Tell an adult you trust."]);
        Assert.Equal((10, 2, 12), (measure.Words, measure.Sentences, measure.Syllables));
        Assert.Equal((0.39 * 5) + (11.8 * 1.2) - 15.59, measure.Grade, 6);
    }

    [Fact]
    public void In_Spanish_ease_is_worked_out_from_the_same_three_numbers()
    {
        var measure = ReadingMeasure.Spanish(["Habla con un adulto. Llama al 988."]);
        Assert.Equal((7, 2, 11), (measure.Words, measure.Sentences, measure.Syllables));
        Assert.Equal(206.84 - (60.0 * 11 / 7) - (1.02 * 3.5), measure.Ease, 6);
    }

    [Fact]
    public void Each_choice_is_a_sentence_of_its_own_and_a_colon_ends_none()
    {
        Assert.Equal(3, ReadingMeasure.English(["How are you?", "Well", "Not so well"]).Sentences);
        Assert.Equal(1, ReadingMeasure.English(["In danger: call 911, then tell an adult"]).Sentences);
    }

    [Fact]
    public void A_name_that_must_stand_counts_one_syllable() =>
        Assert.Equal(ReadingMeasure.English(["Ask a nurse"]).Grade, ReadingMeasure.English(["Ask a Counselor"]).Grade);

    [Fact]
    public void A_text_without_words_is_no_burden() => Assert.Equal((0, 100), (ReadingMeasure.English(["…"]).Grade, ReadingMeasure.Spanish([""]).Ease));
}
