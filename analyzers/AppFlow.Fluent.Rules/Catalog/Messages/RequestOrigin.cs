namespace AppFlow.Fluent.Rules.Catalog.Messages;

/// <summary>Whose request a message is about, for what a service or a library does differs.</summary>
internal enum RequestOrigin
{
    /// <summary>One of AppFlow.Fluent's five: the token lives 8 hours, values are checked where they are written.</summary>
    AppFlow,

    /// <summary>A raw request of the AWS SDK for .NET.</summary>
    AwsSdk,

    /// <summary>A request or a wrapper of the user's own, of which only its attributes are known.</summary>
    Own,
}
