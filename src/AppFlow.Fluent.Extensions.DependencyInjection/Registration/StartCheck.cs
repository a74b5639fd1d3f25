namespace AppFlow.Fluent.Extensions.DependencyInjection.Registration;

/// <summary>
/// Options that hold nothing: to validate them at the host's start is to check the client's own, unless a fake is in the client's place.
/// </summary>
internal sealed class StartCheck;
