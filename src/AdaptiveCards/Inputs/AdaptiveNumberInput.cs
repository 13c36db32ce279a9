using System.ComponentModel;
using System.Globalization;

namespace AdaptiveCards;

/// <summary>Asks for a number. Not-a-number stands for nothing set.</summary>
public class AdaptiveNumberInput : AdaptiveInput
{
    public const string TypeName = "Input.Number";

    public override string Type { get; set; } = TypeName;

    public string Placeholder { get; set; }

    [DefaultValue(double.NaN)]
    public double Value { get; set; } = double.NaN;

    [DefaultValue(double.NaN)]
    public double Min { get; set; } = double.NaN;

    [DefaultValue(double.NaN)]
    public double Max { get; set; } = double.NaN;

    public override string GetNonInteractiveValue() =>
        double.IsNaN(Value) ? $"*[{Placeholder}]*" : Value.ToString(CultureInfo.InvariantCulture);
}
