using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>A filter or mapping operator that a connector supports. Values that the service adds later are preserved.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ConnectorConfiguration.html"/>.</remarks>
[JsonConverter(typeof(ServiceEnumConverter<Operators>))]
public readonly struct Operators : IServiceEnum<Operators>, IEquatable<Operators>
{
    /// <summary>A value as the service writes it.</summary>
    /// <param name="value">The text, in the service's spelling.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public Operators(string value) => Value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The value as the service writes it; empty for a default one.</summary>
    public string Value { get => field ?? ""; }

    /// <summary>The service's <c>PROJECTION</c>.</summary>
    public static Operators Projection => new("PROJECTION");

    /// <summary>The service's <c>LESS_THAN</c>.</summary>
    public static Operators LessThan => new("LESS_THAN");

    /// <summary>The service's <c>GREATER_THAN</c>.</summary>
    public static Operators GreaterThan => new("GREATER_THAN");

    /// <summary>The service's <c>CONTAINS</c>.</summary>
    public static Operators Contains => new("CONTAINS");

    /// <summary>The service's <c>BETWEEN</c>.</summary>
    public static Operators Between => new("BETWEEN");

    /// <summary>The service's <c>LESS_THAN_OR_EQUAL_TO</c>.</summary>
    public static Operators LessThanOrEqualTo => new("LESS_THAN_OR_EQUAL_TO");

    /// <summary>The service's <c>GREATER_THAN_OR_EQUAL_TO</c>.</summary>
    public static Operators GreaterThanOrEqualTo => new("GREATER_THAN_OR_EQUAL_TO");

    /// <summary>The service's <c>EQUAL_TO</c>.</summary>
    public static Operators EqualTo => new("EQUAL_TO");

    /// <summary>The service's <c>NOT_EQUAL_TO</c>.</summary>
    public static Operators NotEqualTo => new("NOT_EQUAL_TO");

    /// <summary>The service's <c>ADDITION</c>.</summary>
    public static Operators Addition => new("ADDITION");

    /// <summary>The service's <c>MULTIPLICATION</c>.</summary>
    public static Operators Multiplication => new("MULTIPLICATION");

    /// <summary>The service's <c>DIVISION</c>.</summary>
    public static Operators Division => new("DIVISION");

    /// <summary>The service's <c>SUBTRACTION</c>.</summary>
    public static Operators Subtraction => new("SUBTRACTION");

    /// <summary>The service's <c>MASK_ALL</c>.</summary>
    public static Operators MaskAll => new("MASK_ALL");

    /// <summary>The service's <c>MASK_FIRST_N</c>.</summary>
    public static Operators MaskFirstN => new("MASK_FIRST_N");

    /// <summary>The service's <c>MASK_LAST_N</c>.</summary>
    public static Operators MaskLastN => new("MASK_LAST_N");

    /// <summary>The service's <c>VALIDATE_NON_NULL</c>.</summary>
    public static Operators ValidateNonNull => new("VALIDATE_NON_NULL");

    /// <summary>The service's <c>VALIDATE_NON_ZERO</c>.</summary>
    public static Operators ValidateNonZero => new("VALIDATE_NON_ZERO");

    /// <summary>The service's <c>VALIDATE_NON_NEGATIVE</c>.</summary>
    public static Operators ValidateNonNegative => new("VALIDATE_NON_NEGATIVE");

    /// <summary>The service's <c>VALIDATE_NUMERIC</c>.</summary>
    public static Operators ValidateNumeric => new("VALIDATE_NUMERIC");

    /// <summary>The service's <c>NO_OP</c>.</summary>
    public static Operators NoOp => new("NO_OP");

    static Operators IServiceEnum<Operators>.FromValue(string value) => new(value);

    /// <summary>Whether both are the same value, compared case-sensitively.</summary>
    public static bool operator ==(Operators left, Operators right) => left.Equals(right);

    /// <summary>Whether both are different values.</summary>
    public static bool operator !=(Operators left, Operators right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Operators other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Operators other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The value as the service writes it.</summary>
    public override string ToString() => Value;
}
