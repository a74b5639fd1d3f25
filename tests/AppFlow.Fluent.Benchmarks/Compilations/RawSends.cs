namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>The methods of a generated project that send a request of the AWS SDK, one per file.</summary>
internal static class RawSends
{
    /// <summary>The token that every fifth faulty file sends; an edit of a raw token replaces it.</summary>
    public const string ReusedToken = "\"nightly-write\"";

    public static string Of(int i, bool faulty) => faulty ? Faulty(i / 10 % 5, i) : Correct(i % 5, i);

    private static string Correct(int form, int i) => form switch
    {
        0 => $$"""
                public async Task<string> SaveAsync(IAmazonS3 storage, CancellationToken cancellationToken)
                {
                    try
                    {
                        var stored = await storage.PutObjectAsync(
                            new PutObjectRequest { BucketName = Bucket, Key = "orders/{{i}}.txt", ContentBody = Describe() }, cancellationToken);
                        return stored.ETag;
                    }
                    catch (AmazonS3Exception e) when (e.ErrorCode == "SlowDown")
                    {
                        await Task.Delay(TimeSpan.FromMilliseconds(_revision), cancellationToken);
                        return e.RequestId;
                    }
                }
            """,
        1 => """
                public Task SaveAsync(IAmazonDynamoDB database, List<TransactWriteItem> items, string token) =>
                    database.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = items, ClientRequestToken = token });
            """,
        2 => """
                public async Task<long> SizeAsync(IAmazonS3 storage, CancellationToken cancellationToken)
                {
                    var size = 0L;
                    foreach (var label in _labels)
                    {
                        using var stored = await storage.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = label }, cancellationToken);
                        size += stored.ContentLength;
                    }

                    return size;
                }
            """,
        3 => """
                public async Task<int> CountAsync(IAmazonS3 storage, string? prefix)
                {
                    var request = new ListObjectsV2Request { BucketName = Bucket, MaxKeys = MaxPages };
                    if (prefix is { Length: > 0 })
                    {
                        request.Prefix = prefix;
                    }

                    return (await storage.ListObjectsV2Async(request)).S3Objects?.Count ?? 0;
                }
            """,
        _ => $$"""
                public async Task SaveAsync(IAmazonDynamoDB database, CancellationToken cancellationToken)
                {
                    var request = new PutItemRequest
                    {
                        TableName = "orders-{{i}}",
                        Item = new Dictionary<string, AttributeValue> { ["id"] = new() { S = Bucket }, ["text"] = new() { S = Describe() } },
                    };
                    for (var attempt = 0; ; attempt++)
                    {
                        try
                        {
                            await database.PutItemAsync(request, cancellationToken);
                            return;
                        }
                        catch (ProvisionedThroughputExceededException) when (attempt < 3)
                        {
                            await Task.Delay(100 << attempt, cancellationToken);
                        }
                    }
                }
            """,
    };

    private static string Faulty(int form, int i) => form switch
    {
        0 => $$"""
                public Task SaveAsync(IAmazonDynamoDB database, List<TransactWriteItem> items) =>
                    database.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = items, ClientRequestToken = {{ReusedToken}} });
            """,
        1 => """
                public Task SaveAsync(IAmazonS3 storage, string text)
                {
                    var request = new PutObjectRequest { BucketName = Bucket };
                    request.ContentBody = text;
                    return storage.PutObjectAsync(request);
                }
            """,
        2 => $$"""
                public Task AbortAsync(IAmazonS3 storage, string? upload)
                {
                    var request = new AbortMultipartUploadRequest { BucketName = "s3", Key = "orders-{{i}}" };
                    if (upload is not null)
                    {
                        request.UploadId = upload;
                    }

                    return storage.AbortMultipartUploadAsync(request);
                }
            """,
        3 => """
                public Task LoadAsync(IAmazonS3 storage) => storage.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = null });
            """,
        _ => """
                public async Task SaveAsync(IAmazonDynamoDB database, List<TransactWriteItem> items)
                {
                    for (var attempt = 0; attempt < 3; attempt++)
                    {
                        try
                        {
                            await database.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = items });
                            return;
                        }
                        catch (AmazonDynamoDBException)
                        {
                            await Task.Delay(100, CancellationToken.None);
                        }
                    }
                }
            """,
    };
}
