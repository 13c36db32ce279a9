using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>What kind of text is asked for; phones choose the keyboard by it.</summary>
[JsonConverter(typeof(EnumName<AdaptiveTextInputStyle>))]
public enum AdaptiveTextInputStyle
{
    Text = 0, Tel = 1, Url = 2, Email = 3, Password = 4
}
