namespace AppFlow.Fluent.Rules.Terms;

/// <summary>How often a text made from a clock changes.</summary>
internal enum ClockGrain
{
    /// <summary>Less than a second.</summary>
    Fine,

    /// <summary>A second, a minute or an hour: two calls within it get the same text.</summary>
    Coarse,

    /// <summary>A day or more: a decision to make one call a day.</summary>
    Date,
}
