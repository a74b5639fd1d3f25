namespace AppFlow.Fluent.Rules.Catalog.Messages;

/// <summary>The kind of request that a message is about, because services and libraries behave differently.</summary>
internal enum RequestOrigin
{
    /// <summary>One of AppFlow.Fluent's five: the token lives 8 hours, values are validated as they are set.</summary>
    AppFlow,

    /// <summary>A raw request of the AWS SDK for .NET.</summary>
    AwsSdk,

    /// <summary>A user's own request or wrapper, known only by its attributes.</summary>
    Own,
}
