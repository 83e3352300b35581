using System.Diagnostics;
using System.Text;
using Education.Imports.Contracts;
using Education.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Imports.Tests.Engine;

/// <summary>200,000 rows through the engine, measured against bare prepared inserts of the same rows. Run by name; see tests/benchmarks.</summary>
[TestFixture]
[Explicit("Measures; takes a minute.")]
internal sealed class ThroughputTests
{
    private const int Rows = 200_000;

    [Test]
    public async Task Two_hundred_thousand_rows()
    {
        await using var host = await ImportHost.Start();
        using var client = host.User();
        var numbers = WizardSteps.Iins(Rows).ToArray();
        var path = Path.Combine(host.TempFolder, "people.csv");
        await using (var writer = new StreamWriter(path, append: false, new UTF8Encoding(true)))
        {
            await writer.WriteLineAsync("ИИН;ФИО;Дата;Балл");
            for (var i = 0; i < Rows; i++)
            {
                await writer.WriteLineAsync($"{numbers[i]};Фамилия Имя {i};01.06.2017;{i % 140},{i % 10}");
            }
        }

        var raw = Raw(numbers);
        using var watch = new MemoryWatch();
        var upload = Stopwatch.StartNew();
        var import = await client.Upload("fake.people", "people.csv", await File.ReadAllBytesAsync(path)).As<Wizard.ImportResult>();
        upload.Stop();
        var check = Stopwatch.StartNew();
        import = await host.Check(client, import.Id);
        check.Stop();
        var apply = Stopwatch.StartNew();
        import = await host.Apply(client, import.Id);
        apply.Stop();
        Assert.That(import.Created, Is.EqualTo(Rows));
        var again = Stopwatch.StartNew();
        var second = await client.Upload("fake.people", "people.csv", await File.ReadAllBytesAsync(path)).As<Wizard.ImportResult>();
        second = await host.Check(client, second.Id);
        again.Stop();
        Assert.That(second.Unchanged, Is.EqualTo(Rows));
        TestContext.Out.WriteLine(
            $"raw {raw.TotalSeconds:0.00} s, upload {upload.Elapsed.TotalSeconds:0.00} s, check {check.Elapsed.TotalSeconds:0.00} s, "
            + $"apply {apply.Elapsed.TotalSeconds:0.00} s ({apply.Elapsed / raw:0.0} x raw, {Rows / apply.Elapsed.TotalSeconds:0} rows/s), "
            + $"second file {again.Elapsed.TotalSeconds:0.00} s, peak {watch.PeakMegabytes} MB over {watch.StartMegabytes} MB");
    }

    private static TimeSpan Raw(string[] numbers)
    {
        var folder = Directory.CreateTempSubdirectory("education-raw-").FullName;
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")};Pooling=False");
        connection.Open();
        using var create = connection.CreateCommand();
        create.CommandText = "PRAGMA journal_mode=WAL; CREATE TABLE People (Id TEXT PRIMARY KEY, Iin TEXT NOT NULL, Name TEXT, Date TEXT, Score TEXT, ImportId TEXT, "
            + "Version INTEGER, CreatedAt TEXT, CreatedBy TEXT, ModifiedAt TEXT, ModifiedBy TEXT); CREATE UNIQUE INDEX ix ON People (Iin);";
        create.ExecuteNonQuery();
        var clock = Stopwatch.StartNew();
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO People VALUES ($0,$1,$2,$3,$4,$5,$6,$7,$8,$9,$10)";
            var parameters = Enumerable.Range(0, 11).Select(i => insert.Parameters.Add(new SqliteParameter("$" + i, null))).ToArray();
            for (var i = 0; i < numbers.Length; i++)
            {
                object[] values =
                [
                    SharedKernel.SequentialGuid.Next().ToString(), numbers[i], $"Фамилия Имя {i}", "2017-06-01", $"{i % 140}.{i % 10}", "A1", 1L,
                    "2026-09-01 04:00:00", "U1", "2026-09-01 04:00:00", "U1",
                ];
                for (var p = 0; p < values.Length; p++)
                {
                    parameters[p].Value = values[p];
                }

                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        clock.Stop();
        connection.Close();
        Directory.Delete(folder, recursive: true);
        return clock.Elapsed;
    }

    private sealed class MemoryWatch : IDisposable
    {
        private readonly Timer _timer;
        private long _peak;

        public MemoryWatch()
        {
            GC.Collect();
            StartMegabytes = Environment.WorkingSet >> 20;
            _timer = new Timer(_ => _peak = Math.Max(_peak, Environment.WorkingSet), null, 0, 50);
        }

        public long StartMegabytes { get; }

        public long PeakMegabytes => _peak >> 20;

        public void Dispose() => _timer.Dispose();
    }
}
