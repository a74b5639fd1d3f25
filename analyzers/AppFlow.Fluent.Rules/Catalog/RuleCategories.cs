namespace AppFlow.Fluent.Rules.Catalog;

/// <summary>What the rules are about, as <c>.editorconfig</c> names it.</summary>
internal static class RuleCategories
{
    public const string Setup = "Setup";
    public const string Idempotency = "Idempotency";
    public const string RequiredFields = "RequiredFields";
    public const string Values = "Values";
    public const string Usage = "Usage";
}
