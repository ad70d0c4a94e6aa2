import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * Reads the texts on standard input, a NUL byte between two, with CoreNLP up to who said which
 * quotation, and prints {"words","seconds","quotes","attributed"}. The first three texts warm up.
 */
public class CoreNlpSpeed {
  public static void main(String[] args) throws Exception {
    String[] texts = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split("\0");
    Properties options = new Properties();
    options.setProperty("annotators", "tokenize,pos,lemma,ner,depparse,coref,quote");
    options.setProperty("threads", "1");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(options);
    for (int i = 0; i < Math.min(3, texts.length); i++) {
      pipeline.annotate(new CoreDocument(texts[i]));
    }
    long words = 0, quotes = 0, attributed = 0, began = processorTime();
    for (String text : texts) {
      CoreDocument document = new CoreDocument(text);
      pipeline.annotate(document);
      words += document.tokens().size();
      quotes += document.quotes().size();
      attributed += document.quotes().stream().filter(q -> q.hasSpeaker).count();
    }
    double seconds = (processorTime() - began) / 1e9;
    System.out.printf("{\"words\":%d,\"seconds\":%.3f,\"quotes\":%d,\"attributed\":%d}%n", words, seconds, quotes, attributed);
  }

  /** The time that the processor gave to this program, the collector's and the compiler's with it. */
  static long processorTime() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }
}
