// Draws the packages' icon: one request with two paths (a send and its retry), and one change at the end of both.
// Usage, from the repository's root: dotnet run .ci/icon.cs -- .ci/icon.png
using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;

const int Size = 128;

var background = new Vector3(16, 44, 68);
var teal = new Vector3(120, 214, 200);
var amber = new Vector3(246, 184, 72);

var pixels = new byte[Size * ((Size * 4) + 1)];
for (var y = 0; y < Size; y++)
{
    for (var x = 0; x < Size; x++)
    {
        var point = new Vector2(x + 0.5f, y + 0.5f);
        var color = background;
        color = Over(color, amber, Coverage(Curve(point, new(38, 64), new(38, 104), new(84, 104), new(90, 72)) - 4.5f));
        color = Over(color, teal, Coverage(Curve(point, new(38, 64), new(38, 24), new(84, 24), new(90, 56)) - 4.5f));
        color = Over(color, teal, Coverage(Vector2.Distance(point, new(34, 64)) - 15));
        color = Over(color, background, Coverage(Vector2.Distance(point, new(34, 64)) - 6));
        color = Over(color, teal, Coverage(Box(point - new Vector2(94, 64), new(17, 17), 6)));
        color = Over(color, background, Coverage(MathF.Min(Line(point, new(86, 64), new(92, 70)), Line(point, new(92, 70), new(103, 58))) - 3));

        var at = (y * ((Size * 4) + 1)) + 1 + (x * 4);
        (pixels[at], pixels[at + 1], pixels[at + 2]) = ((byte)color.X, (byte)color.Y, (byte)color.Z);
        pixels[at + 3] = (byte)(255 * Coverage(Box(point - new Vector2(64, 64), new(64, 64), 26)));
    }
}

using var file = File.Create(args[0]);
file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
var header = new byte[13];
BinaryPrimitives.WriteInt32BigEndian(header, Size);
BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Size);
(header[8], header[9]) = (8, 6);   // 8 bits a channel; red, green, blue and opacity
Chunk(file, "IHDR"u8, header);
Chunk(file, "IDAT"u8, Compressed(pixels));
Chunk(file, "IEND"u8, []);

// How much of a pixel a shape covers, by the distance of the shape's edge, which is negative inside.
static float Coverage(float distance) => Math.Clamp(0.5f - distance, 0, 1);

static Vector3 Over(Vector3 below, Vector3 above, float coverage) => Vector3.Lerp(below, above, coverage);

static float Line(Vector2 point, Vector2 from, Vector2 to)
{
    var way = to - from;
    return Vector2.Distance(point, from + (way * Math.Clamp(Vector2.Dot(point - from, way) / way.LengthSquared(), 0, 1)));
}

static float Curve(Vector2 point, Vector2 from, Vector2 first, Vector2 second, Vector2 to)
{
    const int Pieces = 32;
    var (nearest, last) = (float.MaxValue, from);
    for (var piece = 1; piece <= Pieces; piece++)
    {
        var t = piece / (float)Pieces;
        var next = (from * MathF.Pow(1 - t, 3)) + (first * 3 * t * MathF.Pow(1 - t, 2)) + (second * 3 * t * t * (1 - t)) + (to * MathF.Pow(t, 3));
        nearest = MathF.Min(nearest, Line(point, last, next));
        last = next;
    }

    return nearest;
}

static float Box(Vector2 point, Vector2 half, float radius)
{
    var beyond = Vector2.Abs(point) - half + new Vector2(radius);
    return Vector2.Max(beyond, Vector2.Zero).Length() + MathF.Min(MathF.Max(beyond.X, beyond.Y), 0) - radius;
}

static byte[] Compressed(byte[] bytes)
{
    using var compressed = new MemoryStream();
    using (var stream = new ZLibStream(compressed, CompressionLevel.SmallestSize))
    {
        stream.Write(bytes);
    }

    return compressed.ToArray();
}

static void Chunk(Stream file, ReadOnlySpan<byte> name, byte[] content)
{
    Span<byte> number = stackalloc byte[4];
    BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
    file.Write(number);
    file.Write(name);
    file.Write(content);
    BinaryPrimitives.WriteUInt32BigEndian(number, Checksum([.. name, .. content]));
    file.Write(number);
}

static uint Checksum(byte[] bytes)
{
    var sum = uint.MaxValue;
    foreach (var value in bytes)
    {
        sum ^= value;
        for (var bit = 0; bit < 8; bit++)
        {
            sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
        }
    }

    return ~sum;
}
