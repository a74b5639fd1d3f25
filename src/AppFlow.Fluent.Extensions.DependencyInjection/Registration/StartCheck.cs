namespace AppFlow.Fluent.Extensions.DependencyInjection.Registration;

/// <summary>Empty options: validating them when the host starts validates the client's own, unless a fake replaces the client.</summary>
internal sealed class StartCheck;
