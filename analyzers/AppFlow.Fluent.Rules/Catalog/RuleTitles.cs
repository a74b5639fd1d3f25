namespace AppFlow.Fluent.Rules.Catalog;

/// <summary>The rules' titles, for the headings of their pages and for lists of rules.</summary>
internal static class RuleTitles
{
    public const string MalformedTokenLine = "A line of IdempotencyTokens.txt that names no token";
    public const string CheckerFailed = "The F# checker failed";
    public const string ReusedToken = "A hard-coded client token is reused across calls";
    public const string SharedToken = "One client token is sent with different requests";
    public const string HardCodedToken = "A hard-coded client token";
    public const string RetryWithFreshToken = "A retry loop makes a new client token at each attempt";
    public const string ClockToken = "A client token that changes only with a clock";
    public const string FreshOperationId = "An operation id that is new at every run";
    public const string FieldNeverSet = "A required field is set on no path";
    public const string FieldNotAlwaysSet = "A required field is not set on some path";
    public const string BlankRequiredValue = "Null, empty or blank for a required field";
    public const string RefusedValue = "A constant that the service will refuse";
    public const string DiscardedResult = "The result of With… is discarded";
    public const string UnsentRequest = "A request is built and never sent";
    public const string FieldSetTwice = "A field is set twice in one chain";
    public const string DroppedTask = "The task of a send is neither awaited nor kept";
}
