namespace AppFlow.Fluent.Rules.Catalog.Messages;

/// <summary>The messages of the rules about idempotency tokens: what is wrong, its consequence, and the call to make.</summary>
/// <param name="calls">How the language writes calls.</param>
internal sealed class TokenMessages(CallStyle calls)
{
    public static TokenMessages CSharp { get; } = new(CallStyle.CSharp);

    public static TokenMessages FSharp { get; } = new(CallStyle.FSharp);

    /// <summary>AFF1001.</summary>
    /// <param name="token">The token's value.</param>
    /// <param name="otherPlace">Where else it is used, for example <c>Deploy.cs, line 12</c>.</param>
    /// <param name="origin">The kind of request or wrapper that gets the token.</param>
    /// <param name="canBeLeftOut">Whether the client makes its own token if none is given.</param>
    public string Reused(string token, string otherPlace, RequestOrigin origin, bool canBeLeftOut) =>
        $"The {Noun(origin)} \"{token}\" is also given at {otherPlace}: {While(origin)} the service treats both calls as one and applies only the first, or refuses the second as a conflict. {Remedy(origin, canBeLeftOut, "Give each call its own token")}";

    /// <summary>AFF1002 in a loop, or in a function that is run for each item.</summary>
    /// <param name="token">The token's expression.</param>
    /// <param name="isFunction">Whether it is a lambda or a function that is run for each item; false in a loop.</param>
    /// <param name="origin">The kind of request or wrapper that gets the token.</param>
    /// <param name="canBeLeftOut">Whether the client makes its own token if none is given.</param>
    public string SharedInRounds(string token, bool isFunction, RequestOrigin origin, bool canBeLeftOut) =>
        Shared($"The {Noun(origin)} '{token}' stays the same while {(isFunction ? "this function, which is run for each item," : "the loop")} sends different requests", origin, canBeLeftOut, isFunction ? "inside the function" : "inside the loop");

    /// <summary>AFF1002 for two requests of one body.</summary>
    /// <param name="token">The token's expression.</param>
    /// <param name="otherPlace">Where the other request gets it, for example <c>line 12</c>.</param>
    /// <param name="origin">The kind of request or wrapper that gets the token.</param>
    /// <param name="canBeLeftOut">Whether the client makes its own token if none is given.</param>
    public string SharedByTwo(string token, string otherPlace, RequestOrigin origin, bool canBeLeftOut) =>
        Shared($"The {Noun(origin)} '{token}' is sent with this request and with another one at {otherPlace}", origin, canBeLeftOut, "for each request");

    /// <summary>AFF1003.</summary>
    /// <param name="token">The token's value.</param>
    /// <param name="origin">The kind of request or wrapper that gets the token.</param>
    /// <param name="canBeLeftOut">Whether the client makes its own token if none is given.</param>
    public string HardCoded(string token, RequestOrigin origin, bool canBeLeftOut) =>
        $"The {Noun(origin)} \"{token}\" is hard-coded: {While(origin)} every run of the program is the same call to the service, which applies it once. {Remedy(origin, canBeLeftOut, "Create the token at run time, from the purpose of the call")}";

    /// <summary>AFF1004 if a new token is given at each attempt.</summary>
    /// <param name="request">The display name of the request or the call.</param>
    /// <param name="origin">The kind of request or wrapper that gets the token.</param>
    public string FreshAtEachAttempt(string request, RequestOrigin origin) =>
        $"Each attempt of this retry sends {request} with a new {Noun(origin)}: when an answer is lost, the service applies the change again. {OneBefore(origin)}";

    /// <summary>AFF1004 if no token is given, so that each attempt gets a new one, or none.</summary>
    /// <param name="request">The display name of the request or the call.</param>
    /// <param name="origin">The kind of request.</param>
    public string NoneAtEachAttempt(string request, RequestOrigin origin) => origin == RequestOrigin.Own
        ? $"Each attempt of this retry sends {request} without an idempotency token: when an answer is lost, the service applies the change again. {OneBefore(origin)}"
        : $"Each attempt of this retry sends {request} without a client token, so a new one is made each time: when an answer is lost, the service applies the change again. {OneBefore(origin)}";

    /// <summary>AFF1005.</summary>
    /// <param name="origin">The kind of request or wrapper that gets the token.</param>
    /// <param name="canBeLeftOut">Whether the client makes its own token if none is given.</param>
    public string Clock(RequestOrigin origin, bool canBeLeftOut) =>
        $"Only a clock that changes once a second or less often varies in this {Noun(origin)}: the service treats two calls within that time as one, and a later retry as a new call. {Remedy(origin, canBeLeftOut, "Create the token from the purpose of the call, and keep it for a retry")}";

    /// <summary>AFF1006. Only AppFlow.Fluent has such a method.</summary>
    public string FreshOperationId() =>
        $"The operation id is new at every run: when the step is run again, the service treats it as a new call and applies the change again. Give {calls.With("WithOperationId")} the name of the step, for example \"release-42\".";

    private string Shared(string fault, RequestOrigin origin, bool canBeLeftOut, string where) =>
        $"{fault}: the service refuses a token that comes with different input, or treats the second request as the first. {Remedy(origin, canBeLeftOut, $"Make a token {where}")}";

    private string Remedy(RequestOrigin origin, bool canBeLeftOut, string otherwise) => origin switch
    {
        RequestOrigin.AppFlow => $"Leave the token out, or call {calls.With("WithOperationId")}.",
        _ when canBeLeftOut => "Leave the token out.",
        _ => otherwise + ".",
    };

    private string OneBefore(RequestOrigin origin) => origin == RequestOrigin.AppFlow
        ? $"Make one token before the first attempt, or call {calls.With("WithOperationId")}."
        : "Make one token before the first attempt.";

    private static string Noun(RequestOrigin origin) => origin == RequestOrigin.Own ? "idempotency token" : "client token";

    private static string While(RequestOrigin origin) => origin == RequestOrigin.AppFlow ? "within 8 hours" : "while it remembers the token,";
}
