namespace AppFlow.Fluent.Rules.Catalog;

/// <summary>What a front end needs to report a rule.</summary>
/// <param name="id">Its id, for example <c>AFF1001</c>.</param>
/// <param name="category">One of <see cref="RuleCategories"/>.</param>
/// <param name="title">Its title, a sentence without a full stop.</param>
/// <param name="severity">Its default severity.</param>
internal sealed class Rule(string id, string category, string title, RuleSeverity severity)
{
    /// <summary>
    /// The format of every rule's message: one argument for the whole text. The text depends on the request, so <c>Catalog/Messages</c>
    /// builds it.
    /// </summary>
    public const string MessageFormat = "{0}";

    /// <summary>The base address of the rules' pages; a page has the name of its rule.</summary>
    public const string Pages = "https://github.com/appflow-fluent/appflow-fluent/blob/main/analyzers/docs/";

    public string Id { get; } = id;

    public string Category { get; } = category;

    public string Title { get; } = title;

    public RuleSeverity Severity { get; } = severity;

    /// <summary>The address of the rule's page.</summary>
    public string HelpLink => Pages + Id + ".md";

    /// <inheritdoc/>
    public override string ToString() => $"{Id}: {Title}";
}
