"""An MQTT 5 device on Eclipse Paho for Python: stays connected over TLS and tells how the gateway ends that."""
import ssl
import sys
import threading

import paho.mqtt.client as mqtt

port, ca, certificate, key = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
connected = threading.Event()
ended = threading.Event()
codes = []


def on_connect(client, data, flags, reason, properties=None):
    print("connected", reason.value, flush=True)
    connected.set()


def on_disconnect(client, data, reason, properties=None):
    print("ended", getattr(reason, "value", reason), flush=True)
    ended.set()


client = mqtt.Client(client_id="python", protocol=mqtt.MQTTv5)
client.tls_set(ca, certificate, key, tls_version=ssl.PROTOCOL_TLS_CLIENT)
client.on_connect = on_connect
client.on_disconnect = on_disconnect
client.connect("127.0.0.1", port, keepalive=30)
client.loop_start()
assert connected.wait(60), "not connected"
assert ended.wait(90), "not ended"
client.loop_stop()
