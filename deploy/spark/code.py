"""Codes reports with Spark:

    spark-submit --files onrecord code.py s3://bucket/reports/*.jsonl s3://bucket/entries

Spark starts one program a partition, hands it the lines of the partition and takes what it
prints. Bad lines are left in the working folders of the executors, as rejects.*.jsonl.
"""
import sys

from pyspark.sql import SparkSession

CODE = 'sh -c "exec ./onrecord code --workers 1 --rejects rejects.$$.jsonl"'


def main(reports, entries):
    spark = SparkSession.builder.appName("onrecord").getOrCreate()
    lines = spark.read.text(reports).rdd.map(lambda row: row.value)
    lines.pipe(CODE, checkCode=True).saveAsTextFile(entries)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
