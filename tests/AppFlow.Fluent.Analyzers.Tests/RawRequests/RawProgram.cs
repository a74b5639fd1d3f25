using AppFlow.Fluent.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>
/// Programs with requests of the AWS SDK, without AppFlow.Fluent. Expected diagnostics are marked, <c>{|AFF1003:"x"|}</c>; unmarked code
/// must be silent.
/// </summary>
internal sealed class RawProgram : CSharpAnalyzerTest<EmptyDiagnosticAnalyzer, DefaultVerifier>
{
    private RawProgram(AwsSdk sdk)
    {
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(sdk.References);
        TestState.Sources.Add(("GlobalUsings.cs", sdk.Usings));
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
        CompilerDiagnostics = CompilerDiagnostics.Errors;
        TestBehaviors |= TestBehaviors.SkipGeneratedCodeCheck;
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => AllRules.Analyzers();

    protected override ParseOptions CreateParseOptions() => Snippets.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() => Snippets.CompilationOptions;

    /// <summary>Checks the statements of an async method in a class with clients.</summary>
    public static Task BodyAsync(string statements, string members = "", AwsSdk? sdk = null) => FilesAsync(sdk ?? AwsSdk.V4, Class(statements, members, sdk ?? AwsSdk.V4));

    public static Task FilesAsync(params string[] files) => FilesAsync(AwsSdk.V4, files);

    public static Task FilesAsync(AwsSdk sdk, params string[] files) => NamedFilesAsync(sdk, [.. files.Select((file, i) => ($"File{i}.cs", file))]);

    /// <summary>Checks files with given names, such as an .editorconfig or a token list.</summary>
    public static Task NamedFilesAsync(AwsSdk sdk, params (string Name, string Content)[] files)
    {
        var test = new RawProgram(sdk);
        foreach (var file in files)
        {
            switch (Path.GetExtension(file.Name))
            {
                case ".editorconfig":
                    test.TestState.AnalyzerConfigFiles.Add(("/" + file.Name, file.Content));
                    break;
                case ".txt":
                    test.TestState.AdditionalFiles.Add(file);
                    break;
                default:
                    test.TestState.Sources.Add(file);
                    break;
            }
        }

        return test.RunAsync();
    }

    private static string Class(string statements, string members, AwsSdk sdk) => $$"""
        public sealed record Item(Guid Id, string Name, int Size, string? Token);

        public abstract class Program({{(sdk == AwsSdk.V4 ? "IAmazonEC2 ec2, IAmazonDynamoDB dynamo, IAmazonSimpleSystemsManagement ssm, IAmazonKeyManagementService kms, IAmazonSQS sqs, " : "")}}IAmazonS3 s3)
        {
            public async Task Run(string name, string zone, string? token, int size, bool flag, Item item, IReadOnlyList<Item> items, CancellationToken ct)
            {
                {{statements}}
                await Task.Yield();
            }

            protected abstract string Made();

            protected abstract void Use(object value);

            {{members}}
        }
        """;
}
