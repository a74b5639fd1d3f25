namespace AppFlow.Fluent.Rules.Terms;

/// <summary>How much time passes before a text made from a clock is another one.</summary>
internal enum ClockGrain
{
    /// <summary>Less than a second.</summary>
    Fine,

    /// <summary>A second, a minute or an hour: two calls within it get the same text.</summary>
    Coarse,

    /// <summary>A day or more: a decision to make one call a day.</summary>
    Date,
}
