using AppFlow.Fluent.Editor.FixServer;
using Microsoft.VisualStudio.Threading;
using StreamJsonRpc;

// Usage: PROJECT. A language server on standard input and output.
using var project = await AnalyzedProject.OpenAsync(Path.GetFullPath(args[0]));
using var rpc = new JsonRpc(new HeaderDelimitedMessageHandler(Console.OpenStandardOutput(), Console.OpenStandardInput(), new SystemTextJsonFormatter()), new FixServer(project))
{
    // Handles requests in order, so that typed text is known before the menu is requested.
    SynchronizationContext = new NonConcurrentSynchronizationContext(sticky: false),
};
rpc.StartListening();
await rpc.Completion;
