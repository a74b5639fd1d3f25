using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Diagnostics;

/// <summary>The same mistakes and rules, with requests of the AWS SDK for any service.</summary>
public sealed class AwsRequests(IAmazonEC2 ec2, IAmazonDynamoDB dynamo, IAmazonS3 s3)
{
    public async Task LaunchBothAsync(string web, string batch)
    {
        await ec2.RunInstancesAsync(new RunInstancesRequest(web, 1, 1) { ClientToken = "deploy" }); // AFF1001
        await ec2.RunInstancesAsync(new RunInstancesRequest(batch, 1, 4) { ClientToken = "deploy" }); // AFF1001
    }

    public async Task CreateVolumesAsync(IEnumerable<string> zones)
    {
        var token = Guid.NewGuid().ToString();
        foreach (var zone in zones)
        {
            await ec2.CreateVolumeAsync(new CreateVolumeRequest(zone, 8) { ClientToken = token }); // AFF1002
        }
    }

    public Task OpenAccountAsync(List<TransactWriteItem> items) =>
        dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = items, ClientRequestToken = "open-account" }); // AFF1003

    public async Task<NatGateway> CreateGatewayAsync(string subnet)
    {
        while (true)
        {
            try
            {
                return (await ec2.CreateNatGatewayAsync(new CreateNatGatewayRequest { SubnetId = subnet })).NatGateway; // AFF1004
            }
            catch (AmazonServiceException)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    public Task CreateGatewayOnceASecondAsync(string subnet) =>
        ec2.CreateNatGatewayAsync(new CreateNatGatewayRequest { SubnetId = subnet, ClientToken = DateTime.Now.ToString() }); // AFF1005

    public Task LaunchAsync(string image) =>
        ec2.RunInstancesAsync(new RunInstancesRequest { ImageId = image }); // AFF2001

    public async Task CopyAsync(string key, string? archive)
    {
        var request = new CopyObjectRequest { SourceKey = key, DestinationBucket = "orders", DestinationKey = key };
        if (archive is not null)
        {
            request.SourceBucket = archive;
        }

        await s3.CopyObjectAsync(request); // AFF2002
    }

    public Task<GetObjectResponse> ReadAsync(string bucket) =>
        s3.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = null }); // AFF2003
}
