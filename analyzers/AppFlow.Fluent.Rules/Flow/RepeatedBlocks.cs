using AppFlow.Fluent.Rules.Steps;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>
/// Finds the blocks that may run more than once (Tarjan's strongly connected components). Blocks of one cycle get the same number; a block
/// that runs once gets 0.
/// </summary>
internal sealed class RepeatedBlocks
{
    private readonly StepGraph _graph;
    private readonly int[] _order;
    private readonly int[] _lowest;
    private readonly bool[] _isOpen;
    private readonly int[] _loop;
    private readonly Stack<int> _open = new();
    private readonly List<int> _closed = [];
    private int _next = 1;

    private RepeatedBlocks(StepGraph graph)
    {
        _graph = graph;
        _order = new int[graph.Blocks.Count];
        _lowest = new int[graph.Blocks.Count];
        _isOpen = new bool[graph.Blocks.Count];
        _loop = new int[graph.Blocks.Count];
    }

    /// <summary>
    /// The number of each block, and the indices of all blocks ordered so that a block's successors come before it, apart from loops.
    /// </summary>
    public static (int[] Loop, IReadOnlyList<int> BackwardOrder) Of(StepGraph graph)
    {
        var search = new RepeatedBlocks(graph);
        for (var i = 0; i < graph.Blocks.Count; i++)
        {
            if (search._order[i] == 0)
            {
                search.VisitFrom(i);
            }
        }

        return (search._loop, search._closed);
    }

    // Without recursion, because bodies may be very long.
    private void VisitFrom(int start)
    {
        var path = new Stack<(int Block, IEnumerator<int> Next)>();
        Enter(start, path);
        while (path.Count > 0)
        {
            var (block, next) = path.Peek();
            if (next.MoveNext())
            {
                var following = next.Current;
                if (following == block)
                {
                    _loop[block] = _order[block];
                }

                if (_order[following] == 0)
                {
                    Enter(following, path);
                }
                else if (_isOpen[following])
                {
                    _lowest[block] = Math.Min(_lowest[block], _order[following]);
                }

                continue;
            }

            path.Pop();
            if (path.Count > 0)
            {
                _lowest[path.Peek().Block] = Math.Min(_lowest[path.Peek().Block], _lowest[block]);
            }

            if (_lowest[block] == _order[block])
            {
                Close(block);
            }
        }
    }

    private void Enter(int block, Stack<(int Block, IEnumerator<int> Next)> path)
    {
        _order[block] = _lowest[block] = _next++;
        _open.Push(block);
        _isOpen[block] = true;
        path.Push((block, Following(_graph.Blocks[block]).GetEnumerator()));
    }

    private void Close(int first)
    {
        var isLoop = _open.Peek() != first;
        int block;
        do
        {
            block = _open.Pop();
            _isOpen[block] = false;
            _closed.Add(block);
            _loop[block] = isLoop ? _order[first] : _loop[block];
        }
        while (block != first);
    }

    private static IEnumerable<int> Following(Block block)
    {
        foreach (var next in block.Next)
        {
            yield return next.Index;
        }

        if (block.Handler is { } handler)
        {
            yield return handler.First.Index;
        }
    }
}
