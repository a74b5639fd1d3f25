namespace AppFlow.Fluent.Rules.Catalog;

/// <summary>The categories of the rules, for <c>.editorconfig</c>.</summary>
internal static class RuleCategories
{
    public const string Setup = "Setup";
    public const string Idempotency = "Idempotency";
    public const string RequiredFields = "RequiredFields";
    public const string Values = "Values";
    public const string Usage = "Usage";
}
