namespace AppFlow.Fluent.Emulator.PageTests.Browser;

/// <summary>The tests that share the browser, one after the other.</summary>
[CollectionDefinition(nameof(InBrowser), DisableParallelization = true)]
public sealed class InBrowser : ICollectionFixture<Chromium>;
