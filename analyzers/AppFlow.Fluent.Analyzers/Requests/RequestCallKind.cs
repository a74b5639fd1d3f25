namespace AppFlow.Fluent.Analyzers.Requests;

/// <summary>What a call does with a request.</summary>
internal enum RequestCallKind
{
    /// <summary>Begins a request: a method of ConnectorRegistration, or a constructor of a request class.</summary>
    Begin,

    /// <summary>Returns a request like its receiver, with fields set.</summary>
    With,

    /// <summary>Sends its receiver.</summary>
    Send,
}
