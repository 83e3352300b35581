using System.Data.SqlTypes;

namespace Education.SharedKernel.Tests;

public sealed class SequentialGuidTests
{
    [Test]
    public void Grows_in_the_order_of_SQL_Server()
    {
        Guid[] ids = [.. Enumerable.Range(0, 50_000).Select(_ => SequentialGuid.Next())];

        AssertStrictlyGrowing(ids);
    }

    [Test]
    public void Grows_while_the_clock_stands_still_even_beyond_its_counter()
    {
        var source = new SequentialGuidSource(new HeldClock());

        Guid[] ids = [.. Enumerable.Range(0, 40_000).Select(_ => source.Next())];

        AssertStrictlyGrowing(ids);
    }

    [Test]
    public void Grows_when_the_clock_is_set_back()
    {
        var clock = new HeldClock();
        var source = new SequentialGuidSource(clock);
        Guid before = source.Next();

        clock.Now -= TimeSpan.FromHours(1);
        Guid after = source.Next();

        AssertStrictlyGrowing([before, after]);
    }

    [Test]
    public void Follows_the_clock_between_two_processes()
    {
        var clock = new HeldClock();
        Guid earlier = new SequentialGuidSource(clock).Next();
        clock.Now += TimeSpan.FromMilliseconds(1);

        AssertStrictlyGrowing([earlier, new SequentialGuidSource(clock).Next()]);
    }

    [Test]
    public void Keeps_the_order_of_each_thread_and_never_repeats()
    {
        var perThread = new Guid[8][];
        Thread[] threads = [.. Enumerable.Range(0, perThread.Length).Select(i => new Thread(() =>
            perThread[i] = [.. Enumerable.Range(0, 5_000).Select(_ => SequentialGuid.Next())]))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.That(perThread.SelectMany(ids => ids).Distinct().Count(), Is.EqualTo(40_000));
        Array.ForEach(perThread, AssertStrictlyGrowing);
    }

    [Test]
    public void Is_a_version_8_uuid_with_the_time_in_the_last_six_bytes()
    {
        var clock = new HeldClock();

        Guid id = new SequentialGuidSource(clock).Next();

        byte[] lastSix = id.ToByteArray()[10..];
        Assert.Multiple(() =>
        {
            Assert.That(id.Version, Is.EqualTo(8));
            Assert.That(id.Variant & 0b1100, Is.EqualTo(0b1000));
            Assert.That(Convert.ToHexString(lastSix), Is.EqualTo("019DE0FE6000"), "1 777 596 260 352 ms since 1970");
        });
    }

    [Test]
    public void Differs_between_two_processes_at_the_same_instant()
    {
        var clock = new HeldClock();

        Guid[] ids = [.. Enumerable.Range(0, 1_000).Select(_ => new SequentialGuidSource(clock).Next())];

        Assert.That(ids, Is.Unique);
        Assert.That(ids.Select(id => id.ToByteArray()[0]).Distinct().Count(), Is.GreaterThan(150), "of 256 values of a random byte");
    }

    private static void AssertStrictlyGrowing(Guid[] ids)
    {
        for (int i = 1; i < ids.Length; i++)
        {
            Assert.That(new SqlGuid(ids[i - 1]).CompareTo(new SqlGuid(ids[i])), Is.LessThan(0), $"at {i}");
        }
    }

    private sealed class HeldClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.FromUnixTimeMilliseconds(0x019DE0FE6000);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
