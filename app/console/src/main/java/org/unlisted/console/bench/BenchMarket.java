package org.unlisted.console.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A market with as many lists, pages and pictures as it is told, made up while it answers. It does as little as a server
 * can, since it shares the machine with the crawl that is measured. First line out: its port. Ends with its input.
 */
public final class BenchMarket {
    private static final int LONGEST_LINE = 8_192;
    private static final int BACKLOG = 200;

    private final BenchSize size;
    private final byte[] noise;

    private BenchMarket(BenchSize size) {
        this.size = size;
        this.noise = BenchSize.noise(size.imageBytes());
    }

    /**
     * @param args lists, pages, images, bytes of an image
     */
    public static void main(String[] args) throws IOException {
        BenchMarket market = new BenchMarket(BenchSize.of(args));
        try (ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            System.out.println(socket.getLocalPort());
            System.out.flush();
            var _ = threads.submit(() -> market.accept(socket, threads));
            while (System.in.read() >= 0) {} // until whoever started it is gone
            System.exit(0);
        }
    }

    private void accept(ServerSocket socket, ExecutorService threads) {
        try {
            while (true) {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                var _ = threads.submit(() -> serve(connection));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream());
                OutputStream out = connection.getOutputStream()) {
            for (String request = line(in); !request.isEmpty(); request = line(in)) {
                while (!line(in).isEmpty()) {} // headers
                out.write(answer(path(request)));
            }
        } catch (IOException e) {
            // the client is gone: nothing to answer
        }
    }

    /** Of "GET /path HTTP/1.1". */
    private static String path(String request) {
        int begin = request.indexOf(' ') + 1;
        int end = request.indexOf(' ', begin);
        return end < 0 ? request.substring(begin) : request.substring(begin, end);
    }

    private static String line(InputStream in) throws IOException {
        byte[] line = new byte[LONGEST_LINE];
        int length = 0;
        for (int c = in.read(); c >= 0 && c != '\n' && length < line.length; c = in.read()) if (c != '\r') line[length++] = (byte) c;
        return new String(line, 0, length, US_ASCII);
    }

    private byte[] answer(String path) {
        int number = path.matches("/[a-z]+/\\d{1,9}(\\.jpg)?") ? Integer.parseInt(path.replaceAll("\\D", "")) : -1;
        if (path.startsWith("/list/") && number >= 0 && number < size.lists()) return found("text/html; charset=utf-8", list(number));
        if (path.startsWith("/item/") && number >= 0 && number < size.pages()) return found("text/html; charset=utf-8", item(number));
        if (path.startsWith("/img/") && number >= 0 && number < size.images()) return found("image/jpeg", image(number));
        return "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);
    }

    private static byte[] found(String type, byte[] body) {
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(US_ASCII);
        byte[] answer = new byte[head.length + body.length];
        System.arraycopy(head, 0, answer, 0, head.length);
        System.arraycopy(body, 0, answer, head.length, body.length);
        return answer;
    }

    private byte[] list(int number) {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=zh><title>列表</title><body><ul>");
        for (int page = number; page < size.pages(); page += size.lists())
            html.append("<li><a href=/item/").append(page).append(">商品 ").append(page).append("</a>");
        return html.append("</ul></body></html>").toString().getBytes(UTF_8);
    }

    private byte[] item(int number) {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=zh><head><title>出一批手持身份证 ")
                .append(number)
                .append("</title></head><body><nav><a href=/list/")
                .append(number % size.lists())
                .append(">返回</a></nav><main><h1>出一批手持身份证</h1><p>手持+正反面一套三张，共8600套，0.5元一套，打包出售，懂的来</p>");
        if (number < size.images()) html.append("<img src=/img/").append(number).append(".jpg width=600 height=800>");
        html.append("</main><footer>");
        for (int i = 0; i < 12; i++) html.append("<p>第").append(i).append("行：关于我们，帮助中心，服务条款，隐私政策，联系客服，友情链接，营业执照。</p>");
        return html.append("</footer></body></html>").toString().getBytes(UTF_8);
    }

    /** No two alike, so that nothing is saved by knowing one. */
    private byte[] image(int number) {
        byte[] image = noise.clone();
        for (int i = 0; i < Integer.BYTES; i++) image[BenchSize.JPEG_HEAD + i] = (byte) (number >> (8 * i));
        return image;
    }
}
