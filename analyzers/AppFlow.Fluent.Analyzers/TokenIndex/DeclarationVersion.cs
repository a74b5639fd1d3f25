namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>Stands for what a project declares and refers to: compilations that differ in method bodies alone have one version.</summary>
internal sealed class DeclarationVersion;
