using AppFlow.Fluent.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>A version of the AWS SDK for .NET that programs are compiled with.</summary>
internal sealed class AwsSdk
{
    private AwsSdk(string folder, string usings)
    {
        var files = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "awssdk", folder), "*.dll").Order(StringComparer.Ordinal).ToList();
        Services = [.. files.Where(path => Path.GetFileName(path) != "AWSSDK.Core.dll").Select(path => MetadataReference.CreateFromFile(path))];
        References = [.. Snippets.References(referencesLibrary: false), .. files.Select(path => MetadataReference.CreateFromFile(path))];
        Usings = usings;
    }

    /// <summary>EC2, DynamoDB, KMS, S3, Systems Manager and SQS of version 4.</summary>
    public static AwsSdk V4 { get; } = new("v4", """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Amazon;
        global using Amazon.DynamoDBv2;
        global using Amazon.DynamoDBv2.Model;
        global using Amazon.EC2;
        global using Amazon.EC2.Model;
        global using Amazon.KeyManagementService;
        global using Amazon.KeyManagementService.Model;
        global using Amazon.Runtime;
        global using Amazon.Runtime.Internal;
        global using Amazon.S3;
        global using Amazon.S3.Model;
        global using Amazon.SimpleSystemsManagement;
        global using Amazon.SimpleSystemsManagement.Model;
        global using Amazon.SQS;
        global using Amazon.SQS.Model;
        """);

    /// <summary>S3 of version 3, with stand-ins for other services in the programs themselves.</summary>
    public static AwsSdk V3 { get; } = new("v3", """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Amazon.Runtime;
        global using Amazon.Runtime.Internal;
        global using Amazon.S3;
        global using Amazon.S3.Model;
        """);

    /// <summary>The framework, the SDK's core and the services.</summary>
    public IReadOnlyList<MetadataReference> References { get; }

    /// <summary>Only the services, for a project that already has the core, as with AppFlow.Fluent.</summary>
    public IReadOnlyList<MetadataReference> Services { get; }

    public string Usings { get; }
}
