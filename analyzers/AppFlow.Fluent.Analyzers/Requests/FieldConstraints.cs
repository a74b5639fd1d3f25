using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Requests;

/// <summary>What the attributes of System.ComponentModel.DataAnnotations on a property say of its values.</summary>
internal sealed class FieldConstraints
{
    // A user's own pattern may never end; an analyzer must. It is far above what a busy machine takes for one that does end.
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    private readonly int? _minLength;
    private readonly int? _maxLength;
    private readonly string? _pattern;
    private readonly double? _minimum;
    private readonly double? _maximum;

    private FieldConstraints(bool isRequired, bool acceptsBlank, int? minLength, int? maxLength, string? pattern, double? minimum, double? maximum)
    {
        IsRequired = isRequired;
        AcceptsBlank = acceptsBlank;
        _minLength = minLength;
        _maxLength = maxLength;
        _pattern = pattern;
        _minimum = minimum;
        _maximum = maximum;
    }

    public bool IsRequired { get; }

    /// <summary>Whether an empty or blank text is enough for a required field: <c>[Required(AllowEmptyStrings = true)]</c>.</summary>
    public bool AcceptsBlank { get; }

    public static FieldConstraints Of(ISymbol property)
    {
        bool required = false, acceptsBlank = false;
        int? minLength = null, maxLength = null;
        string? pattern = null;
        double? minimum = null, maximum = null;
        foreach (var attribute in property.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type || !IsDataAnnotations(type.ContainingNamespace))
            {
                continue;
            }

            var arguments = attribute.ConstructorArguments;
            switch (type.Name)
            {
                case "RequiredAttribute":
                    required = true;
                    acceptsBlank = attribute.NamedArguments.Any(named => named is { Key: "AllowEmptyStrings", Value.Value: true });
                    break;
                case "StringLengthAttribute" when arguments.Length == 1 && arguments[0].Value is int longest:
                    maxLength = longest;
                    foreach (var named in attribute.NamedArguments)
                    {
                        if (named.Key == "MinimumLength" && named.Value.Value is int shortest)
                        {
                            minLength = shortest;
                        }
                    }

                    break;
                case "RegularExpressionAttribute" when arguments.Length == 1:
                    pattern = arguments[0].Value as string;
                    break;
                case "RangeAttribute" when arguments.Length == 2:
                    minimum = Number(arguments[0].Value);
                    maximum = Number(arguments[1].Value);
                    break;
            }
        }

        return new FieldConstraints(required, acceptsBlank, minLength, maxLength, pattern, minimum, maximum);
    }

    /// <summary>Why the service refuses the value, as the rest of a sentence; null when it does not, or when that is not certain.</summary>
    public string? Refusal(object? value) => value switch
    {
        string text => TextRefusal(text),
        _ when Number(value) is { } number => NumberRefusal(number),
        _ => null,
    };

    private string? TextRefusal(string text)
    {
        if (_maxLength is { } longest && text.Length > longest)
        {
            return $"it has {text.Length} characters and may have at most {longest}";
        }

        if (_minLength is { } shortest && text.Length < shortest)
        {
            return $"it has {text.Length} {(text.Length == 1 ? "character" : "characters")} and must have at least {shortest}";
        }

        return _pattern is null || Matches(_pattern, text) ? null : PatternRefusal(_pattern, text);
    }

    private static string PatternRefusal(string pattern, string text) => text switch
    {
        "" => "it is empty",
        _ when string.IsNullOrWhiteSpace(text) => "it is blank",
        _ when OffendingCharacter.In(text, pattern) is { } character => $"it may not have {character}",
        _ => $"it does not match the pattern {pattern}",
    };

    private string? NumberRefusal(double number) =>
        number < _minimum || number > _maximum
            ? string.Format(CultureInfo.InvariantCulture, "it must be {0} to {1}", _minimum, _maximum)
            : null;

    // RegularExpressionAttribute accepts a text when the first match is the whole of it.
    private static bool Matches(string pattern, string text)
    {
        try
        {
            var match = Regex.Match(text, pattern, RegexOptions.None, PatternTimeout);
            return match.Success && match.Index == 0 && match.Length == text.Length;
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static double? Number(object? value) => value switch
    {
        int number => number,
        double number => number,
        long number => number,
        short number => number,
        byte number => number,
        _ => null,
    };

    private static bool IsDataAnnotations(INamespaceSymbol? space) =>
        space is
        {
            Name: "DataAnnotations",
            ContainingNamespace: { Name: "ComponentModel", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
        };
}
